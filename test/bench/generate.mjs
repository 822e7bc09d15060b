// Made-up projects and policies of any size; deterministic.
const data = ['手机号码', '位置信息', '设备型号', '操作系统版本', 'IMEI', 'Android ID', '通讯录', '订单记录', '浏览记录', '崩溃日志', '照片', '录音'];
const functions = ['注册账号', '发布动态', '下单支付', '联系客服', '附近推荐', '扫码', '语音输入', '数据备份', '消息提醒', '安全验证'];
const purposes = ['创建账号', '展示您发布的内容', '完成支付和对账', '答复您的咨询', '向您展示附近的商家', '识别账号异常', '排查崩溃原因'];

function section(number) {
  const pick = (list, step) => list[(number * step) % list.length];
  const title = `${number}. 关于${pick(functions, 3)}`;
  const sentences = [
    // Policies repeat themselves, but not in everything: what is numbered here is said once.
    `当您在第${number}版中使用${pick(functions, 3)}功能时，我们会收集您的${pick(data, 5)}、${pick(data, 7)}和${pick(data, 11)}，用于${pick(purposes, 3)}。`,
    `如果您拒绝提供${pick(data, 7)}，不影响您使用其他功能。`,
    `未经您的单独同意，我们不会向第三方提供您的${pick(data, 5)}。`,
    `上述信息保存${number + 1}天，期满后我们会删除或者匿名化处理。`,
    `我们可能会使用${pick(data, 2)}权限，您可以在系统设置中随时关闭。`,
  ];
  return { title, sentences };
}

/** A Chinese policy of about `bytes` bytes as plain text, HTML or Markdown. */
export function longPolicy(format, bytes) {
  const out = [];
  const push = (line) => out.push(line) && Buffer.byteLength(line) + 1;
  if (format === 'html') push('<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>隐私政策</title></head><body><h1>隐私政策</h1>');
  else push(format === 'md' ? '# 隐私政策\n' : '隐私政策\n');
  let left = bytes;
  for (let number = 1; left > 0; number += 1) {
    const { title, sentences } = section(number);
    if (format === 'html') left -= push(`<h2>${title}</h2>\n<p>${sentences.join('</p>\n<p>')}</p>`);
    else if (format === 'md') left -= push(`## ${title}\n\n${sentences.join('\n\n')}\n`);
    else left -= push(`${title}\n${sentences.join('\n')}\n`);
  }
  if (format === 'html') push('</body></html>');
  return out.join('\n');
}

const manifest = (body) => `<?xml version="1.0" encoding="utf-8"?>
<manifest xmlns:android="http://schemas.android.com/apk/res/android">
${body}
</manifest>
`;

/** An app with `count` library modules, each with a manifest. */
export function manyModules(project, count, write) {
  const names = Array.from({ length: count }, (_, index) => `lib${index}`);
  write('settings.gradle', ["include ':app'", ...names.map((name) => `include ':${name}'`)].join('\n'));
  write('app/build.gradle', `plugins { id 'com.android.application' }\ndependencies {\n${names.map((name) => `  implementation project(':${name}')`).join('\n')}\n}\n`);
  write('app/src/main/AndroidManifest.xml', manifest('  <uses-permission android:name="android.permission.CAMERA" />\n  <application android:label="Bench" />'));
  names.forEach((name, index) => {
    write(`${name}/build.gradle`, `plugins { id 'com.android.library' }\n`);
    const permission = ['INTERNET', 'VIBRATE', 'READ_CONTACTS', 'RECORD_AUDIO'][index % 4];
    write(
      `${name}/src/main/AndroidManifest.xml`,
      manifest(`  <uses-permission android:name="android.permission.${permission}" />\n  <application>\n    <service android:name=".S${index}" android:exported="false" />\n  </application>`),
    );
  });
}
