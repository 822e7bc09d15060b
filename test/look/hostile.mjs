import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const attack = `<script>globalThis.acted = true; alert(1)</script><img src="https://attack.example/x.png" onerror="alert(2)">"' onmouseover="alert(3)`;
const escape = attack
  .replaceAll('&', '&amp;')
  .replaceAll('<', '&lt;')
  .replaceAll('>', '&gt;')
  .replaceAll('"', '&quot;');

/** A project whose names and texts try to act on whoever reads the report, with words longer than any window. */
export function hostileProject(root) {
  const long = 'a'.repeat(400);
  const files = {
    'app/src/main/AndroidManifest.xml': `<manifest xmlns:android="http://schemas.android.com/apk/res/android" package="x.y">
<uses-permission android:name="android.permission.SEND_SMS" /><!-- ${attack} ${long} -->
<uses-permission android:name="android.permission.CAMERA" />
<uses-permission android:name="android.permission.READ_CONTACTS" />
<application android:label="${escape} \u202egnihtyna ${long}" /></manifest>`,
    'PRIVACY "><svg onload=alert(4)>.md': `# Privacy policy ${attack}

We collect your contacts ${attack} \u202e ${long} to improve our services and we may share information with partners.
We use the camera to scan codes${'，长'.repeat(300)}.

## Contact <iframe src="https://attack.example"></iframe>

Write to us [here](javascript:alert(5)).
`,
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}
