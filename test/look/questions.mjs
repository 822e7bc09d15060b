// Asked inside the page: each function is sent to the browser as it stands and answers with plain data.

/** Whether anything reaches beyond the window. */
export function overflow() {
  const width = document.documentElement.clientWidth;
  const hidden = (element) => getComputedStyle(element).clipPath !== 'none' || element.closest('.skip, thead, legend');
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.getClientRects().length > 0 && !hidden(element))
    .filter((element) => element.getBoundingClientRect().right > width + 1)
    .map(
      (element) => `${element.tagName.toLowerCase()}.${element.className} ${element.textContent.trim().slice(0, 60)}`,
    )
    .slice(0, 5);
}

/** Text whose contrast with what lies behind it is below 4.5. */
export function paleText() {
  const channels = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = (rgb) => {
    const [r, g, b] = rgb.slice(0, 3).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = channels(getComputedStyle(each).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const pale = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (node.data.trim() === '' || element.getClientRects().length === 0 || /^(?:SCRIPT|STYLE)$/.test(element.tagName))
      continue;
    const [a, b] = [light(channels(getComputedStyle(element).color)), light(behind(element))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5)
      pale.add(
        `${contrast.toFixed(2)} ${element.tagName.toLowerCase()}.${element.className}: ${node.data.trim().slice(0, 40)}`,
      );
  }
  return [...pale].slice(0, 5);
}

/** What a screen reader would stumble over. */
export function structure() {
  const mistakes = [];
  const shown = (element) => element.getClientRects().length > 0;
  const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
    .filter(shown)
    .map(({ tagName }) => Number(tagName[1]));
  if (levels[0] !== 1 || levels.filter((level) => level === 1).length !== 1) mistakes.push('not one h1 at the start');
  levels.forEach(
    (level, index) =>
      index > 0 && level > levels[index - 1] + 1 && mistakes.push(`h${level} after h${levels[index - 1]}`),
  );
  for (const name of ['header', 'nav', 'main', 'footer'])
    if (document.querySelectorAll(name).length !== 1) mistakes.push(`not one ${name}`);
  for (const th of document.querySelectorAll('th'))
    if (!th.scope) mistakes.push(`th without scope: ${th.textContent.slice(0, 40)}`);
  for (const table of document.querySelectorAll('table')) if (!table.caption) mistakes.push('table without caption');
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  if (new Set(ids).size < ids.length) mistakes.push('an id stands twice');
  for (const link of document.querySelectorAll('a[href^="#"]'))
    if (!document.getElementById(link.hash.slice(1))) mistakes.push(`${link.hash} leads nowhere`);
  for (const each of document.querySelectorAll('[aria-labelledby]'))
    if (!document.getElementById(each.getAttribute('aria-labelledby'))?.innerText.trim())
      mistakes.push('a label is missing');
  return [...new Set(mistakes)].slice(0, 8);
}

/** Which languages of the page can be seen, and what the page says that it is in. */
export function languages() {
  const seen = (name) =>
    [...document.querySelectorAll(`.${name}`)].some((element) => element.getClientRects().length > 0);
  return { zh: seen('zh'), en: seen('en'), lang: document.documentElement.lang };
}

/** Whether what has the focus can be seen to have it. */
export function focusSeen() {
  const element = document.activeElement;
  const drawn = element.matches('input') ? element.nextElementSibling : element;
  const { outlineStyle, outlineWidth } = getComputedStyle(drawn);
  return { tag: element.tagName, seen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 };
}

/** Whether all that can be unfolded is. */
export function folded() {
  return document.querySelectorAll('details:not([open])').length;
}
