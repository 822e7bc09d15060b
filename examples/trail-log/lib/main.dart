import 'package:flutter/material.dart';
import 'package:umeng_common_sdk/umeng_common_sdk.dart';

import 'trail.dart';

void main() {
  UmengCommonSdk.initCommon('key', 'key', 'store');
  runApp(const TrailApp());
}

class TrailApp extends StatelessWidget {
  const TrailApp({super.key});

  @override
  Widget build(BuildContext context) => const MaterialApp(home: TrailPage());
}
