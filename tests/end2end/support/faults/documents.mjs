// Faults of JSON: text that is none, and documents that hold what nobody expects in them.

import { answer, release, row } from './wire.mjs';

const deep = (open, close, levels, core = '') => open.repeat(levels) + core + close.repeat(levels);
const refused = (text) => row('not-json', text);
const odd = (text) => row(['none', 'partial'], text);
const other = (text) => row(['shape', 'none', 'partial'], text);
const item = (more) => release('none', 'a', { more });

export const documents = {
  // Grammar, with line and column
  'trailing-comma': refused('{\n  "id": "1",\n}'),
  'single-quotes': refused("{'id': '1'}"),
  comments: refused('{"id": "1" /* one */}'),
  'bare-name': refused('{id: "1"}'),
  'not-a-number': refused('{"id": NaN}'),
  'leading-zero': refused('{"size": 007}'),
  'bad-escape': refused('{"id": "\\x41"}'),
  'missing-colon': refused('{"id" "1"}'),
  'one-brace-too-many': refused('{"id": "1"}}'),
  'wrong-bracket': refused('{"items": [1, 2}'),
  'unfinished-string': row('truncated', '{"id": "1'),
  'unfinished-object': row('truncated', '{"id": "1", "items": ['),

  // Depth and size
  'deep-arrays': row('too-deep', deep('[', ']', 100_000)),
  'deep-objects': row('too-deep', deep('{"a":', '}', 100_000, '1')),
  'deep-in-an-unknown-field': row('too-deep', item({ extra: 0 }).replace('"extra":0', `"extra":${deep('[', ']', 5_040)}`)),
  'many-values': { shows: ['shape', 'none'], wire: () => answer(`[${'0,'.repeat(2_000_000)}0]`) },

  // JSON, but no document
  'a-number': other('42'),
  'a-string': other('"hello"'),
  null: other('null'),
  'an-empty-object': other('{}'),
  'an-empty-list': other('[]'),
  'somebody-elses': other('{"name":"left-pad","version":"1.3.0","scripts":{"test":"node test"}}'),

  // Values
  'long-numbers': odd(item({ size: 0 }).replace('"size":0', '"size":1234567890123456789012345678901234567890,"odd":9007199254740993,"far":1e999')),
  'lone-surrogate': odd(item({ note: '' }).replace('"note":""', '"note":"a\\ud800b"')),
  'control-characters': odd(item({ note: '' }).replace('"note":""', '"note":"a\tb\u0001c"')),
  'same-key-twice': odd(item({}).replace('"version":"1.0.0"', '"version":"0.0.1","version":"1.0.0"')),
  'wrong-types': odd(item({ version: 7, product: 'text', platforms: 'linux', released_at: false, base_image: [], dependencies: 'none' })),
  'object-for-a-list': odd(item({ dependencies: JSON.parse(release('none', 'b')) })),
  'junk-in-lists': odd(item({ dependencies: [null, 7, 'Release Object', [], {}, { href: '/none/r/c' }, JSON.parse(release('none', 'b'))] })),
  'unknown-words': odd(item({ packaging_type: 'BLIMP', status: 'PROCESSING_MOON_LANDING' })),
  'odd-dates': odd(item({ released_at: '2023-02-30T25:61:61Z', end_of_life_at: 'next Tuesday' })),
  'markup-in-names': odd(item({ product: { key: 'x', name: '<img src=x onerror=alert(1)>"\'&{{constructor}}' } })),
  'bidi-in-names': odd(item({ product: { key: 'x', name: '\u202egnp.exe\u2066 \u200b\ufeff' } })),
  'formula-in-names': odd(item({ product: { key: 'x', name: '=HYPERLINK("https://evil.example")' } })),
  'very-long-name': odd(item({ product: { key: 'x', name: 'x'.repeat(100_000) } })),
  'hostile-links': odd(
    JSON.stringify({
      id: 'a',
      version: '1',
      _links: {
        self: { href: '/hostile-links/document' },
        script: { href: 'java\nscript:alert(1)' },
        data: { href: 'data:text/html,<script>alert(1)</script>' },
        protocol: { href: '//evil.example/x' },
        backslash: { href: '/\\evil.example/x' },
        user: { href: 'https://api.example@evil.example/' },
        lookalike: { href: 'https://\u0430pi.example/' },
        template: { href: '/hostile-links/{id}{?page}', templated: true },
        undeclared: { href: '/hostile-links/{id}' },
        broken: { href: '/hostile-links/{id', templated: true },
        nothing: null,
        text: '/hostile-links/text',
        number: 7,
        missing: { title: 'no href' },
        empty: { href: '' },
        list: [{ href: '/hostile-links/1', deprecation: 'https://docs.example/gone' }, null, '/hostile-links/2'],
        'acme:widget': { href: '/hostile-links/w' },
        curies: [{ name: 'acme', href: 'https://docs.example/{rel}', templated: true }],
      },
      _embedded: { thing: [{ id: 1 }, null, 7] },
    }),
  ),
};
