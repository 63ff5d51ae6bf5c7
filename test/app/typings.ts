import { parseAst } from 'vite'

interface Node {
  type: string
  [field: string]: unknown
}

/** One way of calling something. `hears`: how many arguments its listener is given. */
export interface Signature {
  required: number
  most: number
  events: readonly string[]
  hears?: number
}

/** A class or an interface, as far as it is called: all signatures by name; a property has none. */
export interface Typing {
  above: readonly string[]
  members: Readonly<Record<string, readonly Signature[]>>
}

/** Every class and interface in a file of types, those in namespaces too. A name that comes twice is one typing. */
export function typingsIn(code: string, lang: 'ts' | 'dts'): ReadonlyMap<string, Typing> {
  const found = new Map<string, Typing>()
  walk(parseAst(code, { lang }), (node) => {
    if (node.type !== 'TSInterfaceDeclaration' && node.type !== 'ClassDeclaration') return
    const name = nameOf(node.id)
    const { above, members } = typingOf(node)
    const before = found.get(name)
    found.set(name, {
      above: [...(before?.above ?? []), ...above],
      members: { ...before?.members, ...members },
    })
  })
  return found
}

/** Also what it has from above. */
export function signaturesOf(typings: ReadonlyMap<string, Typing>, name: string, member: string): readonly Signature[] {
  const typing = typings.get(name)
  if (!typing) return []
  const own = Object.hasOwn(typing.members, member) ? typing.members[member] : undefined
  return [...(own ?? []), ...typing.above.flatMap((one) => signaturesOf(typings, one, member))]
}

export function has(typings: ReadonlyMap<string, Typing>, name: string, member: string): boolean {
  const typing = typings.get(name)
  if (!typing) return false
  return Object.hasOwn(typing.members, member) || typing.above.some((one) => has(typings, one, member))
}

export interface Call {
  /** `screen.on`, or `new Notification`. */
  to: string
  given: number
  event?: string
}

/** What a file calls of these names, and with how many arguments. */
export function callsIn(code: string, names: ReadonlySet<string>): readonly Call[] {
  const calls: Call[] = []
  walk(parseAst(code, { lang: 'ts' }), (node) => {
    const { callee, arguments: given } = node as Node & { callee?: Node; arguments?: readonly Node[] }
    if (!callee || !given) return
    if (node.type === 'NewExpression' && names.has(nameOf(callee)))
      calls.push({ to: `new ${nameOf(callee)}`, given: given.length })
    if (node.type !== 'CallExpression' || callee.type !== 'MemberExpression') return
    const root = rootOf(callee.object as Node)
    if (!names.has(root)) return
    const event = given[0]?.type === 'Literal' && typeof given[0].value === 'string' ? { event: given[0].value } : {}
    calls.push({ to: `${root}.${nameOf(callee.property)}`, given: given.length, ...event })
  })
  return calls
}

/** Of a chain of calls, where it begins. */
function rootOf(node: Node | undefined): string {
  if (node?.type === 'CallExpression') return rootOf((node.callee as Node).object as Node)
  return nameOf(node)
}

const nameOf = (node: unknown): string => {
  const { name, value } = (node ?? {}) as { name?: string; value?: string }
  return name ?? value ?? ''
}

function walk(node: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(node)) for (const one of node) walk(one, visit)
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return
  visit(node as Node)
  for (const value of Object.values(node)) walk(value, visit)
}

function typingOf(node: Node): Typing {
  const body = (node.body as { body: readonly Node[] }).body
  const inherited = [
    node.superClass,
    ...((node.extends as readonly Node[] | undefined) ?? []).map((one) => one.expression),
  ]
  const members: Record<string, Signature[]> = {}
  for (const member of body) {
    const name = nameOf(member.key)
    const known = Object.hasOwn(members, name) ? (members[name] ?? []) : []
    const params = (member.params ?? (member.value as Node | undefined)?.params) as readonly Node[] | undefined
    const isCalled = /^TSMethodSignature$|^(TSAbstract|TSDeclare)?Method|^MethodDefinition$|^TSAbstractMethod/.test(
      member.type,
    )
    members[name] = isCalled && params ? [...known, signatureOf(params)] : known
  }
  return { above: inherited.map(nameOf).filter(Boolean), members }
}

function signatureOf(params: readonly Node[]): Signature {
  const [event, listener] = params.map(
    ({ typeAnnotation }) => (typeAnnotation as { typeAnnotation?: Node })?.typeAnnotation,
  )
  const hears = listener?.type === 'TSFunctionType' ? { hears: (listener.params as readonly Node[]).length } : {}
  return {
    required: params.filter(({ type, optional }) => type !== 'RestElement' && optional !== true).length,
    most: params.some(({ type }) => type === 'RestElement') ? Number.POSITIVE_INFINITY : params.length,
    // What is not listened to is no event, though it has a name.
    events: listener?.type === 'TSFunctionType' ? literalsOf(event) : [],
    ...hears,
  }
}

/** Of `'a' | 'b'`. */
function literalsOf(type: Node | undefined): readonly string[] {
  if (type?.type === 'TSUnionType') return (type.types as readonly Node[]).flatMap(literalsOf)
  const value = type?.type === 'TSLiteralType' ? (type.literal as { value?: unknown }).value : undefined
  return typeof value === 'string' ? [value] : []
}
