import { isUpper } from './known-names.ts';

/** What methods of the platform return, where code commonly goes on from there without naming the class. */
const RETURNS: Readonly<Record<string, string>> = {
  'android.bluetooth.BluetoothAdapter.getBluetoothLeScanner': 'android.bluetooth.le.BluetoothLeScanner',
  'android.bluetooth.BluetoothAdapter.getDefaultAdapter': 'android.bluetooth.BluetoothAdapter',
  'android.bluetooth.BluetoothAdapter.getRemoteDevice': 'android.bluetooth.BluetoothDevice',
  'android.bluetooth.BluetoothManager.getAdapter': 'android.bluetooth.BluetoothAdapter',
  'android.accounts.AccountManager.get': 'android.accounts.AccountManager',
  'android.location.LocationManager.getLastKnownLocation': 'android.location.Location',
  'android.net.ConnectivityManager.getActiveNetworkInfo': 'android.net.NetworkInfo',
  'android.net.wifi.WifiManager.getConnectionInfo': 'android.net.wifi.WifiInfo',
  'android.nfc.NfcAdapter.getDefaultAdapter': 'android.nfc.NfcAdapter',
  'android.os.Environment.getExternalStorageDirectory': 'java.io.File',
  'android.speech.SpeechRecognizer.createSpeechRecognizer': 'android.speech.SpeechRecognizer',
  'android.telephony.SmsManager.getDefault': 'android.telephony.SmsManager',
  'android.telephony.SmsMessage.createFromPdu': 'android.telephony.SmsMessage',
  'android.telephony.SubscriptionManager.from': 'android.telephony.SubscriptionManager',
  'android.telephony.TelephonyManager.createForSubscriptionId': 'android.telephony.TelephonyManager',
  'android.webkit.CookieManager.getInstance': 'android.webkit.CookieManager',
  'android.webkit.WebView.getSettings': 'android.webkit.WebSettings',
  'com.google.android.gms.appset.AppSet.getClient': 'com.google.android.gms.appset.AppSetIdClient',
  'com.google.android.gms.location.ActivityRecognition.getClient': 'com.google.android.gms.location.ActivityRecognitionClient',
  'com.google.android.gms.location.LocationServices.getFusedLocationProviderClient':
    'com.google.android.gms.location.FusedLocationProviderClient',
  'com.google.android.gms.location.LocationServices.getGeofencingClient': 'com.google.android.gms.location.GeofencingClient',
  'com.huawei.hms.location.LocationServices.getFusedLocationProviderClient':
    'com.huawei.hms.location.FusedLocationProviderClient',
  'java.lang.Runtime.getRuntime': 'java.lang.Runtime',
  'java.net.InetAddress.getLocalHost': 'java.net.InetAddress',
};

/** Methods of `Context` whose names leave no doubt wherever they are called. */
const OF_ANY_CONTEXT: Readonly<Record<string, string>> = {
  getApplicationContext: 'android.content.Context',
  getBaseContext: 'android.content.Context',
  getContentResolver: 'android.content.ContentResolver',
  getPackageManager: 'android.content.pm.PackageManager',
  requireContext: 'android.content.Context',
};

/** The class that a method of the platform returns, '' when unknown; a property counts by its getter. */
export function returnedBy(receiver: string, name: string, isProperty: boolean): string {
  const method = isProperty ? getterOf(name) : name;
  const [full, any] = [`${receiver}.${method}`, OF_ANY_CONTEXT];
  if (Object.hasOwn(RETURNS, full)) return RETURNS[full] ?? '';
  return Object.hasOwn(any, method) ? (any[method] ?? '') : '';
}

/** How Java calls what Kotlin reads as a property: `getDeviceId` for `deviceId`. */
function getterOf(property: string): string {
  return isUpper(property) || /^is\p{Lu}/u.test(property) ? property : `get${property.slice(0, 1).toUpperCase()}${property.slice(1)}`;
}

/** How Java calls what Kotlin writes as a property: `setChecked` for `isChecked`. */
export function setterOf(property: string): string {
  const bare = property.replace(/^is(?=\p{Lu})/u, '');
  return `set${bare.slice(0, 1).toUpperCase()}${bare.slice(1)}`;
}
