import { loadKnowledge } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import { describe, expect, it } from 'vitest';
import { readPolicy } from '../index.ts';

const knowledge = loadKnowledge();

const AROUND = {
  zh: ['小橘菜谱隐私政策', '一、说明', '我们重视您的隐私。'],
  en: ['Privacy Policy of Heron', '1. About', 'We care for your privacy.'],
};

async function told(language: 'zh' | 'en', line: string): Promise<string[]> {
  const [title = '', heading = '', last = ''] = AROUND[language];
  const files = memoryFiles({ 'privacy.txt': [title, '', heading, '', line, '', last].join('\n') });
  const { statements } = await readPolicy(files, { named: ['privacy.txt'] }, knowledge);
  return statements.filter(({ negated }) => !negated).flatMap(({ dataTypes }) => dataTypes.map(({ id }) => id));
}

describe('questions that stand as objects', () => {
  it.each([
    ['zh', '计时开始后，应用会检测您是否正在通话。', 'phone-state'],
    ['zh', '小橘需要知道您正在使用哪个软件。', 'running-apps'],
    ['zh', '家长端可以看到孩子在用哪个App。', 'running-apps'],
    ['zh', '我们会查看手机里有哪些游戏。', 'installed-apps'],
    ['zh', '我们会统计您每个应用用了多久。', 'app-usage-other-apps'],
    ['zh', '护眼功能需要识别屏幕上显示的是什么。', 'screen-content'],
    ['zh', '为推荐附近的菜场，我们会了解您当前在哪里。', 'location'],
    ['zh', '手环会识别您是在走路还是在跑步。', 'fitness-activity'],
    ['en', 'Heron detects which app you have opened.', 'running-apps'],
    ['en', 'We find out which apps you have installed.', 'installed-apps'],
    ['en', 'Heron verifies that Birdmap is installed.', 'installed-apps'],
    ['en', 'To show hides near you, we need to know where you are.', 'location'],
    ['en', 'We track which apps are used and for how long.', 'app-usage-other-apps'],
    ['en', 'Heron can see which window is open.', 'screen-content'],
    ['en', 'The band detects that you have been sitting for an hour.', 'fitness-activity'],
    ['en', 'We check if you are on a call.', 'phone-state'],
    ['en', 'We want to find out how many steps you walk.', 'fitness-activity'],
  ] as const)('%s: %s', async (language, line, id) => expect(await told(language, line)).toContain(id));

  it.each([
    ['zh', '我们会了解您是从哪个应用商店下载小橘的。'],
    ['zh', '您可以查看哪些应用在后台运行。'],
    ['zh', '我们不会检测您是否正在通话。'],
    ['zh', '请您确认是否正在使用最新的版本。'],
    ['zh', '我们会分析您使用了哪些应用功能。'],
    ['en', 'You can see which apps are running.'],
    ['en', 'Please check whether Birdmap is installed.'],
    ['en', 'We do not know where you are.'],
    ['en', 'The laws of the country where you are located apply.'],
  ] as const)('%s: %s tells nothing', async (language, line) => {
    const ids = await told(language, line);
    for (const id of ['running-apps', 'installed-apps', 'location', 'phone-state']) expect(ids).not.toContain(id);
  });
});
