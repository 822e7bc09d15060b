import { describe, expect, it } from 'vitest';
import { functionOf, inWords, java, kotlin, use, uses } from './sample.ts';

const imports = (unit: ReturnType<typeof kotlin>) => unit.imports.map(({ from, local, used }) => `${from} as ${local}${used ? '' : ', unused'}`);

describe('the frame of a Kotlin file', () => {
  const unit = kotlin(`package cn.example.shop

import android.app.Application
import android.os.Build as Device
import cn.acme.push.*
import cn.acme.stat.Tracker
import cn.acme.stat.track

/** See [Tracker]; Tracker is not used. */
class App(val name: String = first()) : Application(), Logger by console {
  private val started = begin()
  init { prepare() }
  constructor() : this("x") { afterwards() }
  val model get() = Device.MODEL
  companion object {
    private val shared = make()
    fun create() = App()
  }
  class Inner : Base() { fun work() { "Tracker" } }
}
object Registry { val entries = load() }
val top = compute()
fun Any.act() { this.track() }
`);

  it('names the package and the imports, with those that nothing uses', () => {
    expect(unit.package).toBe('cn.example.shop');
    expect(imports(unit)).toEqual([
      'android.app.Application as Application',
      'android.os.Build as Device',
      'cn.acme.push.* as *',
      'cn.acme.stat.Tracker as Tracker, unused',
      'cn.acme.stat.track as track',
    ]);
  });

  it('resolves supertypes where the imports do', () => {
    expect(unit.types.map(({ name, supertypes }) => [name, ...supertypes])).toEqual([
      ['App', 'android.app.Application', 'Logger'],
      ['App.Inner', 'Base'],
      ['Registry'],
    ]);
  });

  it('gathers what runs when objects and classes come to be', () => {
    expect(functionOf(unit, 'App.<init>').uses.map(inWords)).toEqual([
      'call ?first', 'read ?console', 'call ?begin', 'call ?prepare', 'string x', 'call ?afterwards',
    ]);
    expect(functionOf(unit, 'App.<static>').uses.map(inWords)).toEqual(['call ?make']);
    expect(functionOf(unit, 'Registry.<static>').uses.map(inWords)).toEqual(['call ?load']);
    expect(unit.functions.find(({ name, owner }) => name === '<static>' && owner === '')?.uses.map(inWords)).toEqual(['call ?compute']);
  });

  it('keeps getters, functions of the companion and of inner classes apart', () => {
    expect(functionOf(unit, 'App.model').uses.map(inWords)).toEqual(['read android.os.Build.MODEL']);
    expect(functionOf(unit, 'App.create').uses.map(inWords)).toEqual(['new cn.example.shop.App.App']);
    expect(functionOf(unit, 'App.Inner.work').uses.map(inWords)).toEqual(['string Tracker']);
  });
});

describe('the frame of a Java file', () => {
  const unit = java(`package cn.example.shop;

import static android.Manifest.permission.CAMERA;
import static cn.acme.Checks.*;
import android.app.Service;
import java.util.List;

public class Sync extends Service implements Runnable {
  private static final Api API = Api.open();
  static { warm(); }
  private final Clock clock = new Clock();
  { ready(); }
  public Sync(int rate) { super(rate); adjust(rate); }
  @Override public void run() { ask(CAMERA); }
  interface Listener { default void done() { tell(); } }
}
`);

  it('names imports, static ones by their member', () => {
    expect(imports(unit)).toEqual([
      'android.Manifest.permission.CAMERA as CAMERA',
      'cn.acme.Checks.* as *',
      'android.app.Service as Service',
      'java.util.List as List, unused',
    ]);
    expect(unit.types.map(({ name, supertypes }) => [name, ...supertypes])).toEqual([
      ['Sync', 'android.app.Service', 'java.lang.Runnable'],
      ['Sync.Listener'],
    ]);
  });

  it('tells static initialisers from those of an object', () => {
    expect(functionOf(unit, 'Sync.<static>').uses.map(inWords)).toEqual(['call ?Api.open', 'call ?warm']);
    expect(functionOf(unit, 'Sync.<init>').uses.map(inWords)).toEqual(['new ?Clock.Clock', 'call ?ready', 'call ?adjust']);
    expect(functionOf(unit, 'Sync.Listener.done').uses.map(inWords)).toEqual(['call ?tell']);
  });

  it('gives constants by their values', () => {
    expect(use(unit, 'ask').args).toEqual(['android.permission.CAMERA']);
    expect(inWords(use(unit, 'CAMERA'))).toBe('read android.Manifest.permission.CAMERA');
  });
});

it('knows its own package for classes that nothing imports, and only then', () => {
  expect(uses(kotlin('package a.b\nfun f() { Consent.ask() }'))).toEqual(['call a.b.Consent.ask']);
  expect(uses(kotlin('package a.b\nimport c.d.*\nfun f() { Consent.ask() }'), 'call')).toEqual(['call ?Consent.ask']);
});

it('takes no comment, no annotation and no import for a use', () => {
  const unit = java('import a.B;\nclass C { /* b.getImei() */ @Tag("imei") void f() { // b.getImei()\n } }');
  expect(uses(unit)).toEqual([]);
});

it('gives strings and what their templates use', () => {
  const unit = kotlin('fun f(id: Int) = open("content://sms/${id.value}/$name\\n") + """raw"""');
  expect(uses(unit)).toEqual(['string content://sms/${id.value}/$name\n', 'read kotlin.Int.value', 'read ?name', 'call ?open', 'string raw']);
});

it('points at the name, in units of the text', () => {
  const text = '\ufeff// 中文😀\nclass A { void f(T tm) { tm.getDeviceId(); } }';
  const { at } = use(java(text), 'getDeviceId');
  expect(text.slice(at.start, at.end)).toBe('getDeviceId');
});
