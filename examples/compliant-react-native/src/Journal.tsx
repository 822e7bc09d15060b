import Geolocation from '@react-native-community/geolocation';
import { Button, View } from 'react-native';
import AudioRecorderPlayer from 'react-native-audio-recorder-player';
import { launchCamera, launchImageLibrary } from 'react-native-image-picker';
import { Settings } from './Settings';
import { askForCamera, askForPlace, askForVoice } from './permissions';

const recorder = new AudioRecorderPlayer();

export function Journal() {
  const addPlace = async () => {
    if ((await askForPlace()) === 'granted') Geolocation.getCurrentPosition(() => undefined);
  };
  const addVoice = async () => {
    if ((await askForVoice()) === 'granted') await recorder.startRecorder();
  };
  const addPicture = async () => {
    if ((await askForCamera()) === 'granted') await launchCamera({ mediaType: 'photo' });
  };
  return (
    <View>
      <Button title="添加地点" onPress={() => void addPlace()} />
      <Button title="录音" onPress={() => void addVoice()} />
      <Button title="拍照" onPress={() => void addPicture()} />
      <Button title="从相册选择" onPress={() => void launchImageLibrary({ mediaType: 'photo' })} />
      <Settings />
    </View>
  );
}
