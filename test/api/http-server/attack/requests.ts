/** What a hostile request is made of; `key` is the person's own, which a forger must not be able to use. */
export interface Aim {
  host: string
  origin: string
  key: string
  /** A file outside the panel's folder. */
  outside: string
}

export interface Hostile {
  kind: string
  /** As it goes over the wire. */
  bytes: string | Buffer
}

type Headers = readonly (readonly [name: string, value: string])[]

const crlf = '\r\n'

/** Every one is to be refused, without a word of what is private, and without anything being asked behind the door. */
export function hostileRequests(aim: Aim): readonly Hostile[] {
  return [
    ...rebinding(aim),
    ...forgery(aim),
    ...keys(aim),
    ...doubled(aim),
    ...smuggling(aim),
    ...traversal(aim),
    ...addresses(aim),
    ...methods(aim),
    ...large(aim),
    ...bodies(aim),
    ...broken(aim),
  ]
}

const private_ = ['/ask/state', '/ask/removeEverything', '/tells', '/enter'] as const

function own({ host, origin, key }: Aim): Headers {
  return [
    ['Host', host],
    ['Origin', origin],
    ['Authorization', `Bearer ${key}`],
    ['Content-Type', 'application/json'],
  ]
}

/** With one of the headers as told, or without it where nothing is. */
function but(headers: Headers, name: string, value?: string): Headers {
  const others = headers.filter(([one]) => one.toLowerCase() !== name.toLowerCase())
  return value === undefined ? others : [...others, [name, value]]
}

function said(line: string, headers: Headers, body = '{}', length = true): string {
  const all = length ? [...headers, ['Content-Length', String(Buffer.byteLength(body))]] : headers
  return [line, ...all.map(([name, value]) => `${name}: ${value}`), '', body].join(crlf)
}

const post = (path: string, headers: Headers, body?: string) => said(`POST ${path} HTTP/1.1`, headers, body)

function rebinding(aim: Aim): Hostile[] {
  const { port } = new URL(aim.origin)
  const hosts = [
    'evil.example',
    `evil.example:${port}`,
    `127.0.0.1.evil.example:${port}`,
    `evil.example:${port}#127.0.0.1`,
    '127.0.0.1',
    '127.0.0.1:80',
    `127.0.0.1:${Number(port) + 1}`,
    `localhost:${port}`,
    `LOCALHOST:${port}`,
    `[::1]:${port}`,
    `[::ffff:127.0.0.1]:${port}`,
    `0.0.0.0:${port}`,
    `127.1:${port}`,
    `2130706433:${port}`,
    `0x7f.0.0.1:${port}`,
    `0177.0.0.1:${port}`,
    `127.0.0.1.:${port}`,
    `127.0.0.1:0${port}`,
    `user@127.0.0.1:${port}`,
    `127.0.0.1:${port}, evil.example`,
    `127.0.0.1:${port}/`,
    '',
  ]
  return hosts.flatMap((host) => {
    const headers = but(own(aim), 'Host', host)
    return [
      ...private_.map((path) => ({ kind: 'rebinding', bytes: post(path, headers) })),
      { kind: 'rebinding', bytes: said('GET / HTTP/1.1', headers, '', false) },
    ]
  })
}

function forgery(aim: Aim): Hostile[] {
  const { port } = new URL(aim.origin)
  const origins = [
    'https://evil.example',
    'http://evil.example',
    'null',
    'file://',
    `http://localhost:${port}`,
    `https://127.0.0.1:${port}`,
    'http://127.0.0.1',
    `http://127.0.0.1:${Number(port) + 1}`,
    `http://127.0.0.1:${port}.evil.example`,
    `http://127.0.0.1:${port}/`,
    `HTTP://127.0.0.1:${port}`,
    '',
  ]
  const sites = ['cross-site', 'same-site', 'SAME-ORIGIN', 'same-origin, cross-site', 'x', '']
  const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/json', '']
  const cookie = ['Cookie', `outbox-doctor-${port}=${aim.key}; key=${aim.key}; token=${aim.key}`] as const
  const withCookie = [...but(own(aim), 'Authorization'), cookie]
  return [
    ...origins.flatMap((origin) => private_.map((path) => post(path, but(own(aim), 'Origin', origin)))),
    ...sites.flatMap((site) => private_.map((path) => post(path, [...own(aim), ['Sec-Fetch-Site', site]]))),
    ...types.map((type) => post('/ask/state', but(own(aim), 'Content-Type', type))),
    ...private_.map((path) => post(path, but(own(aim), 'Origin'))),
    ...private_.map((path) => post(path, withCookie)),
    ...private_.map((path) => post(`${path}?key=${aim.key}&token=${aim.key}`, but(own(aim), 'Authorization'))),
    ...private_.map((path) => said(`OPTIONS ${path} HTTP/1.1`, but(own(aim), 'Origin', 'https://evil.example'))),
    ...['iframe', 'script', 'image', 'object', 'embed', 'frame'].map((dest) =>
      said(
        'GET / HTTP/1.1',
        [
          ['Host', aim.host],
          ['Sec-Fetch-Site', 'cross-site'],
          ['Sec-Fetch-Mode', 'navigate'],
          ['Sec-Fetch-Dest', dest],
        ],
        '',
        false,
      ),
    ),
  ].map((bytes) => ({ kind: 'forgery', bytes }))
}

function keys(aim: Aim): Hostile[] {
  const { key } = aim
  const shown = [
    undefined,
    '',
    'Bearer',
    'Bearer ',
    `Basic ${Buffer.from(`x:${key}`).toString('base64')}`,
    key,
    `Bearer ${key.slice(0, -1)}`,
    `Bearer ${key}A`,
    `Bearer ${key.toUpperCase()}`,
    `Bearer ${key},${key}`,
    `Bearer  ${'A'.repeat(43)}`,
    `Bearer ${'A'.repeat(43)}`,
    `Bearer ${'A'.repeat(4_000)}`,
    `Bearer ${encodeURIComponent(`${key}\0`)}`,
    'Bearer __proto__',
    'Bearer undefined',
    'Bearer [object Object]',
  ]
  return shown.flatMap((value) =>
    private_.map((path) => ({ kind: 'keys', bytes: post(path, but(own(aim), 'Authorization', value)) })),
  )
}

function doubled(aim: Aim): Hostile[] {
  const values: Record<string, string> = {
    Host: 'evil.example',
    Origin: 'https://evil.example',
    Authorization: 'Bearer x',
    'Content-Type': 'text/plain',
  }
  const headers = own(aim)
  return headers.flatMap(([name, value]) =>
    [value, values[name] ?? ''].flatMap((other) =>
      [name, name.toLowerCase(), name.toUpperCase()].flatMap((spelt) => [
        { kind: 'doubled', bytes: post('/ask/state', [[spelt, other], ...headers]) },
        { kind: 'doubled', bytes: post('/ask/state', [...headers, [spelt, other]]) },
      ]),
    ),
  )
}

/** A second request hidden in the first, for whoever reads lengths in another way. */
function smuggling(aim: Aim): Hostile[] {
  const hidden = post('/ask/removeEverything', own(aim), '{"sure":true}')
  const stranger = but(own(aim), 'Authorization')
  const framings: Headers[] = [
    [
      ['Content-Length', '0'],
      ['Transfer-Encoding', 'chunked'],
    ],
    [
      ['Content-Length', '6'],
      ['Content-Length', '0'],
    ],
    [['Content-Length', '0, 6']],
    [['Content-Length', '+2']],
    [['Content-Length', '-1']],
    [['Content-Length', '0x2']],
    [['Content-Length', '2 2']],
    [['Content-Length', '99999999999999999999']],
    [['Transfer-Encoding', 'identity']],
    [['Transfer-Encoding', 'xchunked']],
    [['Transfer-Encoding', 'chunked, identity']],
    [['Transfer-Encoding', 'chunked, chunked']],
    [['Transfer-Encoding', '\x0bchunked']],
    [['Transfer-Encoding ', 'chunked']],
    [['Transfer_Encoding', 'chunked']],
    [
      ['Transfer-Encoding', 'chunked'],
      ['Transfer-Encoding', 'identity'],
    ],
    [['Transfer-Encoding\r\n', 'chunked']],
  ]
  return framings.flatMap((framing) =>
    [`0${crlf}${crlf}`, `1;a=b${crlf}Z${crlf}Q`, `ffffffffffffffff${crlf}`, ''].map((body) => ({
      kind: 'smuggling',
      bytes: said('POST /ask/state HTTP/1.1', [...stranger, ...framing], body, false) + (body === '' ? '' : hidden),
    })),
  )
}

function traversal(aim: Aim): Hostile[] {
  const out = aim.outside
  const dots = ['..', '%2e%2e', '.%2e', '%252e%252e', '..%00', '%c0%ae%c0%ae', '..;', '\\..', '....']
  const paths = dots.flatMap((dot) =>
    ['/', '%2f', '\\', '%5c', '//'].flatMap((slash) => [
      `/${dot}${slash}secret.html`,
      `/assets${slash}${dot}${slash}${dot}${slash}secret.html`,
    ]),
  )
  return [...paths, out, `/${out}`, `/.${out}`, '/link.html', '/.env', '/%2eenv', '/assets', '/assets/', '/INDEX.HTML']
    .filter((path) => !/[\r\n ]/.test(path))
    .map((path) => ({
      kind: 'traversal',
      bytes: said(`GET ${path} HTTP/1.1`, but(own(aim), 'Content-Type'), '', false),
    }))
}

function addresses(aim: Aim): Hostile[] {
  const targets = [
    `${aim.origin}/ask/state`,
    'http://evil.example/ask/state',
    `//${aim.host}/ask/state`,
    '//evil.example/',
    `http:${aim.host}/`,
    'file:///etc/passwd',
    'javascript:1',
    '*',
    '',
    'ask/state',
    '?/ask/state',
    '#/ask/state',
    '/ask/%',
    '/ask/%ff',
    '/ask/..%2fstate',
    '/ask/__proto__',
    '/ask/constructor',
    '/ask/toString',
    '/ask/',
    '/ASK/state',
    '/ask//state',
    '/tells/',
    '/Tells',
    '/enter/',
    '/enter/..',
    `/${'a'.repeat(7_000)}`,
  ]
  const stranger = but(own(aim), 'Authorization')
  return targets.flatMap((target) => [{ kind: 'addresses', bytes: post(target, stranger) }])
}

function methods(aim: Aim): Hostile[] {
  const all = [
    'GET',
    'HEAD',
    'PUT',
    'PATCH',
    'DELETE',
    'OPTIONS',
    'TRACE',
    'PROPFIND',
    'CONNECT',
    'BREW',
    'post',
    'P\0ST',
  ]
  return all.flatMap((method) =>
    [...private_, '/'].flatMap((path) =>
      // A person reads the panel and listens.
      (method === 'GET' && ['/', '/tells'].includes(path)) || (method === 'HEAD' && path === '/')
        ? []
        : [{ kind: 'methods', bytes: said(`${method} ${path} HTTP/1.1`, own(aim)) }],
    ),
  )
}

function large(aim: Aim): Hostile[] {
  const headers = own(aim)
  const long = 'x'.repeat(20_000)
  const many: Headers = Array.from({ length: 3_000 }, (_, index) => [`x-${index}`, 'y'])
  return [
    post('/ask/state', [...headers, ['X-Long', long]]),
    post('/ask/state', [...headers, [long, 'x']]),
    post('/ask/state', [...headers, ...many]),
    post(`/ask/${long}`, headers),
    post('/ask/state', but(headers, 'Authorization', `Bearer ${long}`)),
    post('/ask/state', but(headers, 'Host', long)),
    post('/ask/state', headers, JSON.stringify({ more: 'x'.repeat(70_000) })),
    said('POST /ask/state HTTP/1.1', [...headers, ['Content-Length', '1000000000']], '{', false),
    said(
      'POST /ask/state HTTP/1.1',
      [...headers, ['Transfer-Encoding', 'chunked']],
      `11170${crlf}${'x'.repeat(0x11170)}${crlf}0${crlf}${crlf}`,
      false,
    ),
  ].map((bytes) => ({ kind: 'large', bytes }))
}

/** From whoever has the key: a window that was led astray, or a fault of ours. */
function bodies(aim: Aim): Hostile[] {
  const deep = 30_000
  return [
    '',
    '{',
    '}',
    '[',
    'null',
    '7',
    '"state"',
    '[]',
    '{"a":1}',
    '{"__proto__":{"sure":true}}',
    '{"constructor":{"prototype":{"x":1}}}',
    '{"sure":false}',
    '{"sure":"true"}',
    '[{"sure":true}]',
    '{}{}',
    '{}\0',
    '\ufeff{}',
    "{'sure':true}",
    '{"sure":true,}',
    'NaN',
    '1e999',
    '[1e999]',
    `${'['.repeat(deep)}${']'.repeat(deep)}`,
    `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
    '['.repeat(deep),
    `{"${'k'.repeat(60_000)}":1}`,
    `{"a":${'9'.repeat(50_000)}}`,
    '"\\ud800"',
  ].map((body) => ({ kind: 'bodies', bytes: post('/ask/removeEverything', own(aim), body) }))
}

function broken(aim: Aim): Hostile[] {
  const { host } = aim
  return [
    '\0',
    '\r\n\r\n\r\n\r\n',
    'GET',
    'GET /\r\n\r\n',
    `GET / HTTP/0.9\r\nHost: ${host}\r\n\r\n`,
    `GET / HTTP/2.0\r\nHost: ${host}\r\n\r\n`,
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    `GET / HTTP/1.1\r\nHost : ${host}\r\n\r\n`,
    `GET / HTTP/1.1\r\n Host: ${host}\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: ${host}\r\n folded\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: ${host}\r\nX: a\0b\r\n\r\n`,
    `GET / HTTP/1.1\nHost: ${host}\rX: y\n\n`,
    'GET / HTTP/1.1\r\n\r\n',
    'GET / HTTP/1.0\r\n\r\n',
    `GET /ask/state HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    `GET /tells HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n`,
    `CONNECT ${host} HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
    `CONNECT 192.0.2.1:25 HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
    'EHLO there\r\n',
    'USER anna\r\nPASS x\r\n',
    'SSH-2.0-OpenSSH_9.9\r\n',
    Buffer.from([22, 3, 1, 0, 200, 1, 0, 0, 196, 3, 3]),
    Buffer.alloc(9_000, 255),
    Buffer.alloc(100_000, 0x41),
  ].map((bytes) => ({ kind: 'broken', bytes }))
}
