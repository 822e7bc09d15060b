import { describe, expect, it } from 'vitest';
import { inWords, java, kotlin, use, uses } from './sample.ts';

const IMPORTS = 'package cn.example.fit\nimport android.content.Context\nimport android.telephony.TelephonyManager\n';
const DEVICE_ID = 'call android.telephony.TelephonyManager.getDeviceId';
const inFun = (body: string) => kotlin(`${IMPORTS}class Probe(private val given: TelephonyManager) : Base() {\n${body}\n}`);
const inMethod = (body: string) =>
  java(`package cn.example.fit;\nimport android.content.Context;\nimport android.telephony.*;\nclass Probe {\n${body}\n}`);
const called = (unit: ReturnType<typeof kotlin>) => inWords(use(unit, 'getDeviceId'));

describe('what a call is called on, in Kotlin', () => {
  it.each([
    ['a declared local', 'fun f() { val tm: TelephonyManager = find(); tm.getDeviceId() }'],
    ['a nullable parameter', 'fun f(tm: TelephonyManager?) = tm?.getDeviceId()'],
    ['a property of the constructor', 'fun f() { given.getDeviceId() }'],
    ['a property reached by this', 'fun f() { this.given.getDeviceId() }'],
    ['a late property', 'lateinit var tm: TelephonyManager\nfun f() { tm.getDeviceId() }'],
    ['a service asked for by class', 'fun f() { val tm = getSystemService(TelephonyManager::class.java); tm.getDeviceId() }'],
    ['a service asked for by type argument', 'fun f(c: Context) { c.getSystemService<TelephonyManager>()?.getDeviceId() }'],
    ['a cast', 'fun f() { (getSystemService(Context.TELEPHONY_SERVICE) as TelephonyManager).getDeviceId() }'],
    ['a safe cast with a way out', 'fun f() { val tm = ask() as? TelephonyManager ?: return\n tm.getDeviceId() }'],
    ['a lazy property', 'val tm by lazy { getSystemService("phone") as TelephonyManager }\nfun f() = tm.getDeviceId()'],
    ['what a function of the file returns', 'fun tm(): TelephonyManager = ask()\nfun f() = tm().getDeviceId()'],
    ['the name that let gives', 'fun f() { given?.let { tm -> tm.getDeviceId() } }'],
    ['it', 'fun f() { given.also { it.getDeviceId() } }'],
    ['not null for sure', 'fun f() { given!!.getDeviceId() }'],
    ['either of two', 'fun f() { (find() ?: given).getDeviceId() }'],
  ])('%s', (_, body) => {
    expect(called(inFun(body))).toBe(DEVICE_ID);
  });

  it('knows what apply, run and with bring, as likely', () => {
    for (const body of ['given.apply { getDeviceId() }', 'given.run { getDeviceId() }', 'with(given) { getDeviceId() }'])
      expect(called(inFun(`fun f() { ${body} }`))).toBe('call ?android.telephony.TelephonyManager.getDeviceId');
  });

  it('reads properties by the name written', () => {
    expect(uses(inFun('fun f() = given.deviceId'), 'read')).toContain('read android.telephony.TelephonyManager.deviceId');
  });

  it('follows an alias and a name written out', () => {
    const alias = 'import android.telephony.TelephonyManager as Tm\nfun f(t: Tm) { t.getDeviceId() }';
    expect(called(kotlin(alias))).toBe(DEVICE_ID);
    expect(called(kotlin('fun f(t: android.telephony.TelephonyManager) = t.getDeviceId()'))).toBe(DEVICE_ID);
    expect(uses(kotlin('val s = android.os.Build.SERIAL'))).toEqual(['read android.os.Build.SERIAL']);
  });

  it('leaves to the text what the file does not tell', () => {
    expect(called(inFun('fun f() { phone.getDeviceId() }'))).toBe('call ?phone.getDeviceId');
    expect(called(inFun('fun f() { make().also(::log).getDeviceId() }'))).toBe('call ?make().also(::log).getDeviceId');
    expect(called(inFun('fun f() { getDeviceId() }'))).toBe('call ?getDeviceId');
  });

  it('does not take a namesake of its own for the class imported elsewhere', () => {
    const unit = kotlin('package a.b\nclass TelephonyManager { fun getDeviceId() = 1 }\nfun f(t: TelephonyManager) = t.getDeviceId()');
    expect(called(unit)).toBe('call a.b.TelephonyManager.getDeviceId');
  });
});

describe('what a call is called on, in Java', () => {
  it.each([
    ['a declared local', 'void f() { TelephonyManager tm = find(); tm.getDeviceId(); }'],
    ['a field', 'TelephonyManager tm;\nvoid f() { this.tm.getDeviceId(); }'],
    ['a field reached from inside', 'TelephonyManager tm;\nvoid f() { run(() -> Probe.this.tm.getDeviceId()); }'],
    ['a cast', 'void f(Context c) { ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId(); }'],
    ['var', 'void f(Context c) { var tm = (TelephonyManager) c.getSystemService("phone"); tm.getDeviceId(); }'],
    ['instanceof with a name', 'void f(Object o) { if (o instanceof TelephonyManager tm) tm.getDeviceId(); }'],
    ['a resource of try', 'void f() { try (TelephonyManager tm = open()) { tm.getDeviceId(); } }'],
    ['the variable of a loop', 'void f(List<TelephonyManager> all) { for (TelephonyManager tm : all) tm.getDeviceId(); }'],
    ['a typed parameter of a lambda', 'void f() { each((TelephonyManager tm) -> tm.getDeviceId()); }'],
  ])('%s', (_, body) => {
    expect(called(inMethod(body))).toBe(DEVICE_ID);
  });

  it('takes a star import for what it is known to bring only', () => {
    expect(uses(inMethod('void f(SmsManager m) { m.send(); }'))).toEqual(['call ?m.send']);
  });

  it('knows what methods of the platform hand on', () => {
    const unit = java('class A extends Activity { void f() { getPackageManager().getInstalledPackages(0); } }');
    expect(inWords(use(unit, 'getInstalledPackages'))).toBe('call android.content.pm.PackageManager.getInstalledPackages');
  });
});
