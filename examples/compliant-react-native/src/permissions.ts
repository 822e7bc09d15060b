import { PermissionsAndroid } from 'react-native';

const { PERMISSIONS } = PermissionsAndroid;

const reason = (message: string) => ({ title: '需要您的许可', message, buttonPositive: '好' });

export const askForPlace = () =>
  PermissionsAndroid.request(PERMISSIONS.ACCESS_FINE_LOCATION, reason('用于标记写作地点，只采集一次'));

export const askForVoice = () => PermissionsAndroid.request(PERMISSIONS.RECORD_AUDIO, reason('用于录制声音插入手账'));

export const askForCamera = () => PermissionsAndroid.request(PERMISSIONS.CAMERA, reason('用于拍摄照片插入手账'));
