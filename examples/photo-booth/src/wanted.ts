import { Gate } from './native';

const { READ_SMS, CAMERA } = Gate.PERMISSIONS;

export const WANTED = [READ_SMS, CAMERA];
