import { useState } from 'react';
import { Journal } from './src/Journal';
import { Welcome } from './src/Welcome';
import { consent } from './src/consent';

export default function App() {
  const [agreed, setAgreed] = useState(consent.isGiven());
  const agree = () => {
    consent.give();
    setAgreed(true);
  };
  return agreed ? <Journal /> : <Welcome onAgree={agree} />;
}
