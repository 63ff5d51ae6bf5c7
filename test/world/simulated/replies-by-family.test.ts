import { expect, test } from 'vitest'
import { playScene } from '../../../src/world/simulated/world.ts'
import { annas } from './asked-both-ways.ts'

test('a server may have other words for those who come by IPv6', async ({ onTestFinished }) => {
  const outgoing = { host: 'mail.example.net', port: 587, security: 'starttls' }
  const refused = '550 5.7.1 [2001:db8::1] Our system has detected that this message does not meet IPv6 guidelines'
  const smtp = { replies: { ehlo: '250 mail.example.net' }, repliesToIpv6: { ehlo: refused } }
  const account = { ...annas({}).account, outgoing }
  const played = await playScene(
    annas({ account, hosts: { 'mail.example.net': { addresses: ['203.0.113.9', '2001:db8::9'], smtp } } }),
  )
  onTestFinished(() => played.close())
  const heardFrom = async (address: string) => {
    const { connection } = await played.world.net.connect(address, 587, 3_000, AbortSignal.timeout(20_000))
    if (!connection) throw new Error('not connected')
    await connection.readLine(3_000)
    await connection.writeLine('EHLO here.example')
    const heard = await connection.readLine(3_000)
    connection.close()
    return 'line' in heard ? heard.line : heard.end
  }
  expect(await heardFrom('203.0.113.9')).toBe('250 mail.example.net')
  expect(await heardFrom('2001:db8::9')).toBe(refused)
})
