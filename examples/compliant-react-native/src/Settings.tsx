import { Button, Linking, Text, View } from 'react-native';
import { signIn, close } from './account';

export function Settings() {
  return (
    <View>
      <Button title="手机号登录" onPress={() => signIn()} />
      <Text onPress={() => close()}>注销账号</Text>
      <Text onPress={() => Linking.openURL('https://shiguang.example/privacy')}>隐私政策</Text>
    </View>
  );
}
