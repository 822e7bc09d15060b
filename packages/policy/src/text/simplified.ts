import characters from 'opencc-js/dict/TSCharacters';

/** Traditional characters replaced by Simplified ones, one unit for one: offsets stay. */
export function simplify(text: string): string {
  const table = simplifiedOf();
  let result = '';
  let from = 0;
  let written = '';
  for (let i = 0; i < text.length; i++) {
    const simplified = table[text.charCodeAt(i)];
    if (!simplified) continue;
    // Only now is it known to be Traditional, and worth looking for words that only Taiwan and Hong Kong use.
    if (from === 0) written = text.replaceAll(ELSEWHERE, (word) => TERMS.get(word) ?? word);
    const unit = written.charCodeAt(i);
    result += written.slice(from, i) + String.fromCharCode(table[unit] || unit);
    from = i + 1;
  }
  return from === 0 ? text : result + written.slice(from);
}

/** What is called otherwise in Taiwan and Hong Kong, and by a word as long on the mainland. */
const TERMS: ReadonlyMap<string, string> = new Map(
  [
    '簡訊短信 訊息消息 資訊信息 裝置设备 相簿相册 存取访问 取用使用 蒐集收集 搜尋搜索 檢視查看 瀏覽浏览 辨識识别 偵測检测 聯絡联系 連絡联系',
    '連線连接 透過通过 經由通过 程式程序 軟體软件 硬體硬件 檔案文件 相片照片 影像图像 視訊视频 影片视频 錄影录像 螢幕屏幕 網路网络 網域域名',
    '位址地址 設定设置 登入登录 登出退出 紀錄记录 清單列表 推播推送 藍芽蓝牙 信箱邮箱 伺服器服务器 傳送簡訊发送短信 傳送訊息发送消息',
    '健康檔案健康档案 執行中运行中 正在執行正在运行 背景執行后台运行 作業系統操作系统 行動裝置移动设备 行動電話移动电话',
    '音訊音频 匯入导入 匯出导出 鄰近裝置附近设备 體能活動身体活动 存取權限访问权限 使用情形使用情况 品質质量 暱稱昵称 大頭貼大头贴',
    '回覆回复 答覆答复 覆核复核 意味著意味着 隨著随着 憑藉凭借 藉由通过 藉助借助 座標坐标',
  ].flatMap((line) => line.split(' ').map((pair): [string, string] => [pair.slice(0, pair.length / 2), pair.slice(pair.length / 2)])),
);
const ELSEWHERE = new RegExp(
  [...TERMS.keys()]
    .toSorted((a, b) => b.length - a.length)
    .join('|')
    // 獲取用於 is to get, for use.
    .replace('取用', '(?<![獲讀存收採提領擷索換])取用'),
  'g',
);

/** Whether a UTF-16 unit is a character that only Traditional writing has. */
export function isTraditional(unit: number): boolean {
  return simplifiedOf()[unit] !== 0;
}

let built: Uint16Array | undefined;

/** Simplified unit by Traditional unit, 0 where both write the same. */
export function simplifiedOf(): Uint16Array {
  if (built) return built;
  built = new Uint16Array(0x10000);
  // The entries are `豐 丰`, one behind the other; some have more than one character on a side.
  for (let at = 0, end = 0; at < characters.length; at = end + 1) {
    end = characters.indexOf('|', at);
    if (end < 0) end = characters.length;
    const [from, to] = [characters.charCodeAt(at), characters.charCodeAt(at + 2)];
    if (end - at === 3 && characters[at + 1] === ' ' && from !== to) built[from] = to;
  }
  for (const pair of WORDS) built[pair.charCodeAt(0)] = pair.charCodeAt(1);
  built['乾'.charCodeAt(0)] = 0;
  return built;
}

/** Characters that are Traditional in policies though dictionaries keep them apart: 瞭解, 祕密, 妳. */
const WORDS = ['瞭了', '祕秘', '妳你', '牠它', '帳账', '衞卫', '査查'];
