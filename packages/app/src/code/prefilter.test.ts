import { describe, expect, it } from 'vitest';
import { prefilter } from './prefilter.ts';

const found = (terms: readonly string[], body: string | Uint8Array) => prefilter(terms)(body).toSorted();

describe('prefilter', () => {
  it('finds whole identifiers only', () => {
    expect(found(['getImei', 'Imei'], 'val a = tm.getImei()')).toEqual(['getImei']);
    expect(found(['getImei', 'Imei'], 'getImeiSafely(); resetImei(); my_getImei')).toEqual([]);
  });

  it('finds packages, permissions and addresses as they are written', () => {
    const terms = ['com.acme.push', 'android.permission.CAMERA', 'content://sms', '/proc/cpuinfo', 'pm list packages'];
    expect(found(terms, 'import com.acme.push.PushAgent\nrun("pm list packages -3")')).toEqual(['com.acme.push', 'pm list packages']);
    expect(found(terms, 'Uri.parse("content://sms/inbox"); File("/proc/cpuinfo")')).toEqual(['/proc/cpuinfo', 'content://sms']);
    expect(found(terms, 'com.acme.pusher, android.permission.CAMERA_EXTRA, content://smsx')).toEqual([]);
  });

  it('sees a name behind a dollar sign, beside Chinese and at both ends', () => {
    expect(found(['imei'], '"$imei"')).toEqual(['imei']);
    expect(found(['imei'], '读取imei的')).toEqual(['imei']);
    expect(found(['imei', 'oaid'], 'imei oaid')).toEqual(['imei', 'oaid']);
  });

  it('names each term once, run after run', () => {
    const find = prefilter(['getImei', 'TelephonyManager']);
    expect(find('getImei getImei')).toEqual(['getImei']);
    expect(find('getImei TelephonyManager').length).toBe(2);
    expect(find('nothing')).toEqual([]);
  });

  it('reads bytes of UTF-8, of UTF-16 and of no encoding at all', () => {
    expect(found(['getImei'], new TextEncoder().encode('// 设备\ngetImei()'))).toEqual(['getImei']);
    const wide = new Uint8Array(Buffer.from('\ufeffgetImei()', 'utf16le'));
    expect(found(['getImei'], wide)).toEqual(['getImei']);
    expect(found(['getImei'], new Uint8Array([0xff, 0xc3, ...Buffer.from(' getImei '), 0xff]))).toEqual(['getImei']);
  });

  it('keeps terms apart that share their words', () => {
    const terms = ['com.acme.a', 'com.acme.b', 'acme', 'com'];
    expect(found(terms, 'com.acme.b')).toEqual(['acme', 'com', 'com.acme.b']);
  });

  it('finds nothing with no terms, and nothing in nothing', () => {
    expect(found([], 'getImei')).toEqual([]);
    expect(found(['getImei', '', '://'], '')).toEqual([]);
  });
});
