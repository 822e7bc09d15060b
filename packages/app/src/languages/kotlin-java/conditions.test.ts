import { describe, expect, it } from 'vitest';
import { java, kotlin, use } from './sample.ts';

const inKotlin = (body: string) => use(kotlin(`class A : B() { fun f(x: Int) {\n${body}\n} }`), 'start').conditions;
const inJava = (body: string) => use(java(`class A { void f(int x) {\n${body}\n} }`), 'start').conditions;
const handed = (body: string) => use(kotlin(`class A : B() { fun f() {\n${body}\n} }`), 'start').callbacks;
const handedInJava = (body: string) => use(java(`class A { void f() { ${body} } }`), 'start').callbacks;

describe('conditions in Kotlin', () => {
  it.each([
    ['if', 'if (prefs.agreed) { start() }', ['prefs.agreed']],
    ['else', 'if (agreed) wait() else start()', ['!(agreed)']],
    ['else if', 'if (a) { } else if (b) { start() }', ['!(a)', 'b']],
    ['nested', 'if (a) { if (b) start() }', ['a', 'b']],
    ['an early return', 'if (!agreed) return\nstart()', ['!(!agreed)']],
    ['an early return in a block', 'if (!agreed) { log()\n return }\nstart()', ['!(!agreed)']],
    ['a nested early return', 'if (a) { if (b) return }\nstart()', ['!(a && b)']],
    ['a return on both sides but one', 'if (a) { other() } else { return }\nstart()', ['a']],
    ['a return after an elvis', 'val user = account ?: return\nstart()', ['account']],
    ['throwing', 'if (a) throw E()\nstart()', ['!(a)']],
    ['and', 'agreed && start()', ['agreed']],
    ['or', 'agreed || start()', ['!(agreed)']],
    ['a chain of and', 'a && b && start()', ['a', 'b']],
    ['an elvis', 'cached ?: start()', ['!(cached)']],
    ['when with a subject', 'when (state) { GRANTED, OLD -> start()\n else -> stop() }', ['state == GRANTED || state == OLD']],
    ['the else of when', 'when (state) { GRANTED -> stop()\n else -> start() }', ['!(state == GRANTED)']],
    ['when without a subject', 'when { agreed -> start() }', ['agreed']],
    ['when by type', 'when (r) { is Ok -> start() }', ['r is Ok']],
    ['when that returns', 'when { !agreed -> return }\nstart()', ['!(!agreed)']],
    ['a loop', 'while (more()) { start() }', ['more()']],
    ['a return in a loop', 'for (p in all) { if (p.denied) return }\nstart()', ['!(p.denied)']],
    ['a break in a loop', 'for (p in all) { if (p.denied) break\n start() }', ['!(p.denied)']],
    ['check', 'check(agreed) { "no" }\nstart()', ['agreed']],
    ['what is not null', 'token?.let { start() }', ['token != null']],
    ['a return out of let', 'x.let { if (a) return }\nstart()', ['!(a)']],
    ['a return that only leaves let', 'x.let { if (a) return@let }\nstart()', []],
    ['no condition', 'for (p in all) { start() }', []],
    ['what comes later', 'start()\nif (!agreed) return', []],
    ['a break that ends its loop only', 'for (p in all) { if (a) break }\nstart()', []],
    ['try', 'try { if (a) return\n start() } catch (e: E) { }', ['!(a)']],
  ])('%s', (_, body, expected) => {
    expect(inKotlin(body)).toEqual(expected);
  });
});

describe('conditions in Java', () => {
  it.each([
    ['if', 'if (agreed) start();', ['agreed']],
    ['else', 'if (agreed) { stop(); } else { start(); }', ['!(agreed)']],
    ['a ternary', 'int y = agreed ? start() : 0;', ['agreed']],
    ['an early return', 'if (x < 3) return;\nstart();', ['!(x < 3)']],
    ['and', 'boolean y = agreed && start();', ['agreed']],
    ['switch', 'switch (x) { case 1: start(); break; default: stop(); }', ['x == 1']],
    ['falling through', 'switch (x) { case 1: stop(); case 2: start(); break; }', ['x == 1 || x == 2']],
    ['the default', 'switch (x) { case 1: break; default: start(); }', ['!(x == 1)']],
    ['an arrow', 'switch (x) { case 1, 2 -> start(); default -> { } }', ['x == 1 || x == 2']],
    ['a comment in it', 'if (a /* consent */ && b) start();', ['a && b']],
    ['a loop that goes on', 'for (P p : all) { if (p.bad()) continue; start(); }', ['!(p.bad())']],
  ])('%s', (_, body, expected) => {
    expect(inJava(body)).toEqual(expected);
  });

  it('keeps the outermost and the nearest of very many', () => {
    const found = inJava(`${Array.from({ length: 300 }, (_, i) => `if (a${i}) return;`).join('\n')}\nstart();`);
    expect(found.length).toBeLessThan(30);
    expect([found[0], found.at(-1)]).toEqual(['!(a0)', '!(a299)']);
  });
});

describe('callbacks', () => {
  it.each([
    ['a lambda', 'button.setOnClickListener { start() }', ['setOnClickListener']],
    ['a lambda among arguments', 'post(5, { start() })', ['post']],
    ['a lambda in a lambda', 'thread { runOnUiThread { start() } }', ['thread', 'runOnUiThread']],
    ['an object', 'view.setOnTouchListener(object : T { override fun onTouch() { start() } })', ['setOnTouchListener']],
    ['an object that is kept', 'val l = object : T { override fun onTouch() { start() } }', ['onTouch']],
    ['a lambda that is kept', 'val onAgree = { start() }', ['onAgree']],
    ['a method by its name', 'dialog.onAgree(::start)', ['onAgree']],
    ['functions that run it at once', 'x.apply { y.let { with(z) { also { start() } } } }', []],
    ['loops over lists', 'list.filter { ok }.forEach { start() }', []],
    ['lazy', 'val a by lazy { start() }', ['lazy']],
  ])('%s', (_, body, expected) => {
    expect(handed(body)).toEqual(expected);
  });

  it('knows lambdas, anonymous classes and method references of Java', () => {
    expect(handedInJava('box.onAgree(v -> start());')).toEqual(['onAgree']);
    expect(handedInJava('new Thread(new Runnable() { public void run() { start(); } }).go();')).toEqual(['Thread']);
    expect(handedInJava('handler.post(this::start);')).toEqual(['post']);
    expect(handedInJava('Runnable r = () -> { start(); };')).toEqual(['r']);
  });
});
