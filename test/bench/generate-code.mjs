// Made-up source trees, and single files that no person writes; deterministic.
const policy = '# 测试隐私政策\n\n我们收集您的手机号，用于登录。\n';
const manifest = `<manifest xmlns:android="http://schemas.android.com/apk/res/android">
    <uses-permission android:name="android.permission.INTERNET" />
    <application android:name=".App" android:label="Bench" />
</manifest>
`;

/** An Android app of `count` Kotlin and Java files, `bytes` in all; every tenth calls something known, as in apps that use much of it. */
export function manySources(count, bytes) {
  const files = [
    ['settings.gradle', "include ':app'"],
    ['app/build.gradle', "plugins { id 'com.android.application' }"],
    ['app/src/main/AndroidManifest.xml', manifest],
    ['privacy-policy.md', policy],
  ];
  for (let number = 0; number < count; number += 1) {
    const isKotlin = number % 2 === 0;
    const path = `app/src/main/java/bench/p${number % 100}/Part${number}.${isKotlin ? 'kt' : 'java'}`;
    files.push([path, (isKotlin ? kotlin : java)(number, bytes / count)]);
  }
  return files;
}

function kotlin(number, bytes) {
  const known = number % 20 === 0;
  const head = `package bench.p${number % 100}\n\n${known ? 'import android.content.ClipboardManager\n' : ''}import java.util.Locale\n\nclass Part${number}(private val rows: List<String>) {\n`;
  const call = known ? '    fun paste(board: ClipboardManager) = board.primaryClip?.getItemAt(0)?.text\n\n' : '';
  return fill(head + call, bytes, (index) => `    fun row${index}(query: String, limit: Int): List<String> {\n        if (rows.isEmpty() || limit < ${index}) return emptyList()\n        return rows.filter { it.contains(query) }.map { "$it ${index}" }.take(limit)\n    }\n\n`);
}

function java(number, bytes) {
  const known = number % 20 === 1;
  const head = `package bench.p${number % 100};\n\n${known ? 'import android.telephony.TelephonyManager;\n' : ''}import java.util.List;\n\npublic final class Part${number} {\n    private List<String> rows;\n\n`;
  const call = known ? '    String number(TelephonyManager phone) {\n        return phone.getDeviceId();\n    }\n\n' : '';
  return fill(head + call, bytes, (index) => `    public int row${index}(String query, int limit) {\n        int found = 0;\n        for (String row : rows) {\n            if (row.startsWith(query) && found < limit) found += ${index};\n        }\n        return found;\n    }\n\n`);
}

function fill(head, bytes, member) {
  let text = head;
  for (let index = 0; text.length < bytes; index += 1) text += member(index);
  return `${text}}\n`;
}

const lines = (line) => `${line}\n`.repeat(50_000);

/** What each is, and its files. All of them name something known, so that they are worth parsing. */
export function oddSources() {
  const reactNative = ['package.json', '{ "dependencies": { "react-native": "0.76.0" } }'];
  const load = "import Contacts from 'react-native-contacts';";
  return [
    ['10 MB of minified JavaScript', [reactNative, ['index.js', `${load}${'function a(b){return b?a(b-1):0};'.repeat(310_000)}`]]],
    ['2 MB of minified JavaScript', [reactNative, ['index.js', `${load}${'function a(b){return b?a(b-1):0};'.repeat(62_000)}`]]],
    ['50,000 lines of TypeScript', [reactNative, ['index.ts', `${load}\n${lines('Contacts.getAll();')}`]]],
    ['50,000 early returns', [reactNative, ['index.ts', `${load}\nfunction f(x) {\n${lines('if (x) return;')}Contacts.getAll();\n}`]]],
    ['20,000 brackets', [reactNative, ['index.ts', `${load}\nx = ${'('.repeat(20_000)}1${')'.repeat(20_000)};`]]],
    ['50,000 lines of Kotlin', [['app/src/main/java/bench/Long.kt', `import android.content.ClipboardManager\nfun f(c: ClipboardManager) {\n${lines('    c.getPrimaryClip()')}}\n`]]],
    ['2 MB of Kotlin in one line', [['app/src/main/java/bench/Wide.kt', `import android.content.ClipboardManager\nfun f(c: ClipboardManager) {${'c.getPrimaryClip();'.repeat(100_000)}}`]]],
  ];
}
