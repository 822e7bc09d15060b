import { memoryFiles } from '@mingshi/model';
import { describe, expect, it } from 'vitest';
import { LARGEST, readSource } from './source-text.ts';

describe('readSource', () => {
  it('refuses a huge file by its size, without reading it', () => {
    const files = {
      ...memoryFiles({}),
      size: () => LARGEST + 1,
      read: (): never => {
        throw new Error('was read');
      },
    };
    expect(readSource(files, 'a.xml')).toEqual({ file: 'a.xml', what: 'too-large', detail: `${LARGEST + 1} bytes` });
  });

  it('tells a binary manifest out of a package', () => {
    const files = memoryFiles({ 'AndroidManifest.xml': new Uint8Array([3, 0, 8, 0, 1, 2]) });
    expect(readSource(files, 'AndroidManifest.xml')).toMatchObject({ what: 'binary-xml', offset: 0 });
  });

  it('says why a file cannot be read', () => {
    expect(readSource(memoryFiles({}), 'gone.xml')).toMatchObject({ file: 'gone.xml', what: 'unreadable' });
  });
});
