import { Button, View } from 'react-native';
import { Board, Faces, Gate, Inbox } from './native';
import { WANTED } from './wanted';

// Geolocation.getCurrentPosition() is only planned.
export function Booth() {
  const start = async () => {
    await Gate.requestMultiple(WANTED);
    Inbox.list(JSON.stringify({ box: 'inbox' }), () => undefined, () => undefined);
  };
  const recognise = (picture: string) => Faces.detect(picture);
  const paste = () => Board.getString();
  return (
    <View>
      <Button title="Start" onPress={() => void start()} />
      <Button title="Recognise" onPress={() => void recognise('last.jpg')} />
      <Button title="Paste" onPress={() => void paste()} />
    </View>
  );
}
