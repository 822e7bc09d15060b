import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { apart } from './apart.ts';
import { assembled } from '../testing/fixtures.ts';

const stream = (dictionary: string, body: string): string =>
  `<< ${dictionary} /Length ${body.length} >>\nstream\n${body}\nendstream`;

/** A PDF of one page, with what it needs and what it draws as object 5 and the following. */
const onePage = (resources: string, ...objects: readonly string[]): Uint8Array =>
  assembled([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Resources << ${resources} >> /Contents 5 0 R >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...objects,
  ]);

describe('a thread of its own', () => {
  it('is stopped when it takes too long', async () => {
    // Each form draws the next one ten times: a thousand million words.
    const forms = Array.from({ length: 10 }, (_, index) => {
      const resources = `/Resources << /Font << /F 4 0 R >> /XObject << /X${index + 1} ${7 + index} 0 R >> >>`;
      const drawn = index < 9 ? `/X${index + 1} Do `.repeat(10) : 'BT /F 9 Tf 9 9 Td (word) Tj ET';
      return stream(`/Type /XObject /Subtype /Form /BBox [0 0 99 99] ${resources}`, drawn);
    });
    const bytes = onePage('/XObject << /X0 6 0 R >>', stream('', '/X0 Do'), ...forms);
    const said = await apart({ kind: 'pdf', input: { bytes }, time: 1500 });
    expect(said).toEqual({ failure: 'too-slow', message: '1.5 s' });
  });

  it('is stopped when it takes too much memory', async () => {
    // Packed twice: some kilobytes that become gigabytes.
    const blanks = deflateRawSync(Buffer.alloc(1 << 26, 0x20), { finishFlush: constants.Z_FULL_FLUSH });
    const once = Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array.from({ length: 100 }, () => blanks)]);
    const twice = deflateSync(once).toString('latin1');
    expect(twice.length).toBeLessThan(100_000);
    const bytes = onePage('', stream('/Filter [/FlateDecode /FlateDecode]', twice));
    const said = await apart({ kind: 'pdf', input: { bytes }, memory: 200 * 1024 * 1024 });
    expect(said).toMatchObject({ failure: 'too-large' });
  });
});
