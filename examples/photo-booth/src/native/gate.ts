export { PermissionsAndroid as Gate } from 'react-native';
export { default as Inbox } from 'react-native-get-sms-android';
export { default as Faces } from '@react-native-ml-kit/face-detection';
export { default as Board } from '@react-native-clipboard/clipboard';
