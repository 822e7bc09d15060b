import { expect, it } from 'vitest';
import { loadKnowledge } from '@mingshi/knowledge';
import { prefilter } from './prefilter.ts';
import { sourceTerms } from './terms.ts';

const hits = prefilter(sourceTerms(loadKnowledge(), 'jvm'));

it.each([
  ['a class within an imported one', 'import android.provider.Settings\nval id = Settings.Secure.getString(resolver, Settings.Secure.ANDROID_ID)'],
  ['permissions that a helper asks for', 'import android.Manifest\nensure(Manifest.permission.CAMERA)'],
  ['groups of permissions', 'import com.blankj.utilcode.constant.PermissionConstants\nask(PermissionConstants.CAMERA)'],
])('makes a file worth parsing for %s', (_, text) => {
  expect(hits(text)).not.toEqual([]);
});

it('passes over a file that names nothing known', () => {
  expect(hits('package a.b\nimport android.provider.Settings\nstartActivity(Intent(Settings.ACTION_WIFI_SETTINGS))')).toEqual([]);
});
