import { type Examined, knownQuestions } from '../agent.ts'
import type { NamedCause } from '../core/diagnosis.ts'
import type { Finding } from '../core/probe.ts'
import { say, verbatim } from '../core/sentence.ts'
import { jsonText } from './json-text.ts'

/** The documented JSON answer of `check`, version 1: fields may be added, never renamed or removed. */
export function answerJson({ diagnosis, findings, elapsed }: Examined): string {
  const answer = {
    schema: 1,
    status: diagnosis.status,
    causes: diagnosis.causes.map(causeJson),
    undecided: diagnosis.undecided,
    findings: findings.map(({ probe: { id, question }, finding }) => ({ probe: id, question, ...told(finding) })),
    elapsedMs: elapsed,
  }
  return jsonText(answer)
}

function causeJson({ id, title, plain, harm, weight, evidence, against, explains, justBefore }: NamedCause) {
  return { id, title, plain, harm, weight, evidence, against, explains, ...(justBefore && { justBefore }) }
}

function told(finding: Finding<unknown>) {
  const { state, ms } = finding
  if (finding.state === 'known') return { state, ...finding.telling, ms, fact: finding.fact }
  if (finding.state === 'unknown') return { state, tone: null, line: finding.why, ms, fact: null }
  const first = knownQuestions.find(({ id }) => id === finding.because)?.question ?? verbatim(finding.because)
  const line = say('This hangs on another question: {question}', { question: first })
  return { state, tone: null, line, ms, fact: null }
}
