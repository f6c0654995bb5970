/**
 * Texts that somebody could put into any place for words: markup, formulas, separators, directions,
 * characters beyond the first plane. All in Unicode's form NFC, as the parsers ask.
 */
export const HOSTILE_TEXTS: readonly string[] = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '=HYPERLINK("http://evil.example","여기")',
  '+1+cmd|" /C calc"!A0',
  '-2+3',
  '@SUM(1+1)*cmd',
  '\t=1+1',
  '\r\n=1+1',
  '\0=1+1',
  '  \u200b=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠합계',
  '\u2212 5',
  "'",
  "''=",
  "';'=1;=2; '=3;\t=4\n=5\r\n@6",
  'a;=1+1,"b"',
  '"',
  '""",""',
  ',,,\r\n,,,',
  '가\u202e나\u2066다',
  '\ufeff앞에',
  '😀𝒳𠀀👩‍👩‍👧',
  '__proto__',
  'constructor.prototype',
  '${process.exit(1)}{{7*7}}',
  '@id @type @value @context _:b0 dpv:Consent',
  'https://w3id.org/dpv#Nothing',
  '"}],"@context":"http://evil.example/context.jsonld"',
  '\u2028\u2029\u0085\u00a0',
  'x'.repeat(500),
];

/** Longer than a cell of a spreadsheet, with characters beyond the first plane where it is cut. */
export const LONG_TEXT: string = '가'.repeat(9_999) + '😀'.repeat(16_000);
