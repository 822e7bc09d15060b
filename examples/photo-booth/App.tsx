import { Text, View } from 'react-native';
import { Booth } from './src/Booth';

export default function App() {
  return (
    <View>
      <Booth />
      <Text>Privacy policy: https://photo-booth.example/privacy</Text>
    </View>
  );
}
