import { useState } from 'react';
import { Button, Linking, Switch, Text, View } from 'react-native';

export function Welcome({ onAgree }: { onAgree: () => void }) {
  const [agreed, setAgreed] = useState(false);
  return (
    <View>
      <Text onPress={() => Linking.openURL('https://shiguang.example/privacy')}>隐私政策</Text>
      <Switch value={agreed} onValueChange={setAgreed} />
      <Text>我已阅读并同意</Text>
      <Button title="继续" onPress={() => agreed && onAgree()} />
    </View>
  );
}
