/** Texts that something behind an address, a field or a header may trip over. */
export const TEXTS: readonly string[] = [
  ...['', ' ', '0', '-1', '1e308', 'NaN', 'null', 'undefined', 'true', '[]', '{}', '99999999999999999999'],
  ...['\u0000', 'a\u0000b', '\ud800', '\udfff\ud800', '\ufeff', '\u202e', '💥'.repeat(40), 'ñ́ü', '\r\n\t'],
  ...[
    "'",
    "';--",
    "' OR 1=1 --",
    '1); DROP TABLE updates; --',
    '$1',
    '$$',
    '%',
    '%%',
    '_',
    '\\',
    '\\u0000',
    'E\\\\',
  ],
  ...[
    '../../../../etc/passwd',
    '..%2f..%2f',
    '%00',
    '%c0%af',
    'file:///etc/passwd',
    'http://169.254.169.254/',
  ],
  ...['<script>alert(1)</script>', '${7*7}', '{{7*7}}', '=1+1', '@SUM(A1)', '`id`', '$(id)', '*', '(', '[a-'],
  ...['2024-02-31', '0000-01-01', '9999-12-31', '294277-01-01', '2024-13-45T99:99:99Z', '-infinity', 'now'],
  ...['0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11', '00000000-0000-0000-0000-000000000000', 'not-an-id', '{}[]'],
  ...['__proto__', 'constructor', 'toString', 'x'.repeat(199), 'x'.repeat(5001), 'a,'.repeat(300)],
  ...['["x"]', '[1e300]', '["\\u0000"]', '[null,null]'].map((values) =>
    Buffer.from(values).toString('base64url'),
  ),
];

/** What a parser made of a body may be where something else is expected. */
export const VALUES: readonly unknown[] = [
  ...TEXTS,
  ...[
    null,
    true,
    false,
    0,
    -0,
    -1,
    1.5,
    1e308,
    1e-300,
    2 ** 31,
    2 ** 53,
    2 ** 63,
    [],
    {},
    [[]],
    [null],
    [''],
  ],
  ...[
    { length: 1 },
    { toString: 1 },
    { $ne: null },
    Array.from({ length: 600 }, () => 0),
    'x'.repeat(20_001),
  ],
  ...[JSON.parse('{"__proto__":{"admin":true}}') as unknown, Array.from({ length: 60 }, () => ({}))],
  nested(20),
];

/** Bodies that are no JSON, or none that is meant. */
export const RAW: readonly (string | Buffer)[] = [
  ...['', ' ', '{', '[', '"', '{"a":1,}', '{"a":1}{"a":2}', 'null', '1', '"x"', '[[]]', 'NaN', '\u0000'],
  ...['{"__proto__":null}', '{"constructor":{"prototype":1}}', '{"a":1,"a":2}', '[{},[],null,1]', 'a=1&b=2'],
  ...['<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
  ...['['.repeat(5000), `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`, `"${'x'.repeat(100_000)}"`],
  ...[
    Buffer.from([0xff, 0xfe, 0x7b, 0x00]),
    Buffer.from('{"a":"\xe9"}', 'latin1'),
    Buffer.from([0xc3, 0x28]),
  ],
  Buffer.from('PK\u0003\u0004 no zip'),
];

export const CONTENT_TYPES: readonly string[] = [
  ...[
    'application/json; charset=utf-16',
    'application/json;charset=latin1',
    'text/plain',
    'text/csv',
    'text/xml',
  ],
  ...[
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'a',
    ';',
    '',
  ],
  ...[
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/problem+json',
    'image/svg+xml',
  ],
];

/** Headers that something reads, with values that a parser of HTTP lets through. */
export const HEADERS: Readonly<Record<string, readonly string[]>> = {
  'if-match': ['*', '"1"', 'W/"1"', '"', '"-1"', '"1e9"', '"99999999999999999999"', '1', '"a"', '"1", "2"'],
  'if-none-match': ['*', '""', 'W/"x"', '"'.repeat(500)],
  'idempotency-key': ['', 'short', 'x'.repeat(201), '12345678', 'a b c d e f', "' OR 1=1 --", '$1$1$1$1'],
  'accept-language': ['', '*', 'en;q=2', 'es-'.repeat(200), 'x'.repeat(2000), '../en'],
  accept: ['', '*/*', 'text/csv', 'application/xml', 'a/'.repeat(300)],
  range: ['bytes=0-', 'bytes=-1', 'bytes=9-1', 'bytes=0-0,1-1', 'x'],
  authorization: [
    'Bearer',
    'Bearer x',
    'Bearer mirps_x',
    `Bearer ${'x'.repeat(3000)}`,
    'Basic YTpi',
    'basic',
    ':',
  ],
  cookie: [
    'mirps.session_token=x',
    'mirps.session_token=%',
    'mirps.session_token=',
    '=;=;',
    `a=${'x'.repeat(3000)}`,
  ],
  'x-request-id': ['x'.repeat(65), '../..', '<b>', "'"],
  'x-forwarded-for': ['127.0.0.1', 'x', '::1, ::2', '999.999.999.999'],
  'x-http-method-override': ['DELETE', 'TRACE'],
  host: ['evil.example', 'a b', '[::1', ''],
  'content-encoding': ['gzip', 'br', 'x'],
  'transfer-encoding': ['chunked', 'gzip, chunked'],
};

function nested(depth: number): unknown {
  return depth === 0 ? 1 : { a: [nested(depth - 1)] };
}
