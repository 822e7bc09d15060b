import { frameOf } from './frames.ts';
import type { Actor, Frame } from './frames.ts';
import { spanOf } from './line.ts';
import type { Line } from './line.ts';
import { pattern } from './pattern.ts';

const CUE = /哪[个些款里儿]|何[处地]|什么|多[久长]|是否(?:正?在|处|有)|是不是|有没有|装没装|还是/;

/** Who wants to know names what is looked at by the question: 判断您是否正在通话. */
const KNOWING =
  /(知道|知悉|获[知悉取]|得知|了解|掌握|判[断定]|检[测查]|监[测控]|识别|辨别|确[定认]|核实|查[看询]|感知|探测|分析|推断|扫描|读取|记录|统计|(?<=[会能要想来以])看)[到出清]?[^，。；！？]{0,18}$/;
/** 您可以查看…, 请确认…, 不会判断…: users look, or nobody does. */
const IDLE = /(?:您|请|用户)(?:可以?|能够?|应当?|需要?|须|先|自行|随时|自己|想)*(?:在[^，。；]{1,14})?$|[不未勿][^，。；]{0,8}$|无[法需][^，。；]{0,8}$/;

const APP = '(?:应用(?![商市])|软件|程序|App|游戏)(?!版本|商店|市场|页面|功能|服务|平台|界面|渠道|内)';
const RUN = '(?:打开|运行|使用|在用|启动|[在正]玩)(?:的|了|着|过)?(?:是|了)?';
const QUESTIONS: readonly (readonly [id: string, question: RegExp])[] = [
  ['installed-apps', pattern('i', `(?:安装|装)(?:了|过|有)?(?:的是)?哪[个些款](?:其他|第三方)?${APP}|[机备][里中上内]?有哪[些款](?:其他)?${APP}|(?:有没有|是不是|装没)(?:安装|装)[了有]?`)],
  ['running-apps', pattern('i', `${RUN}哪[个些款](?:其他|第三方)?${APP}|哪[个些款](?:其他|第三方)?${APP}(?:正?在|被|处于|当前)(?:前台|后台|运行|打开|使用|启动)`)],
  ['app-usage-other-apps', pattern('i', `哪[个些款]${APP}[^，。；]{0,10}多(?:久|长时间)|(?:每个|各个?|其他)${APP}[^，。；]{0,8}多(?:久|长时间)`)],
  ['screen-content', /屏幕上?(?:正在)?(?:显示|出现)(?:了|的是)?(?:什么|哪些)|(?:当前|打开)的?(?:是)?哪个(?:窗口|界面)/],
  ['location', /(?:您|用户|孩子|老人|设备|手机)(?:现在|当前|目前|此刻|正)?(?:在|位于|身处|处于|到了?)(?:哪[里儿]|何[处地]|什么地方|哪个(?:城市|区域|位置|地方|商圈))(?!注册|购买|下载|登录)/],
  ['phone-state', /(?:是否|是不是|有没有)(?:正?在|处于|有人?)?(?:进行)?(?:通话|接(?:听)?电话|打电话|来电|打来电话)/],
  ['fitness-activity', /(?:是否|是不是|是)(?:正?在|处于)?(?:走路|步行|跑步|骑行|骑车|乘车|驾[车驶]|开车|静止|运动|行走|走动|久坐)(?!账|页面|模式|会员|计划)/],
];

/** What a sentence tells by questions that stand as objects, besides what it has told: 需要知道您正在使用哪个应用. */
export function readQuestions(line: Line, actor: Actor, told: readonly Frame[]): Frame[] {
  const { text } = line;
  if (!CUE.test(text)) return [];
  return QUESTIONS.flatMap(([id, question]) => {
    if (told.some(({ data }) => data.some((one) => one.id === id))) return [];
    const asked = question.exec(text);
    const before = asked && text.slice(Math.max(0, asked.index - 40), asked.index);
    const knowing = before ? KNOWING.exec(before) : null;
    const verb = knowing?.[1];
    if (!asked || !before || !knowing || !verb || IDLE.test(before.slice(0, knowing.index))) return [];
    const start = asked.index - before.length + knowing.index;
    const frame = frameOf('collect', actor, spanOf(line, start, start + verb.length), start);
    frame.data.push({ id, generic: false, span: spanOf(line, asked.index, asked.index + asked[0].length) });
    return [frame];
  });
}
