import 'package:android_id/android_id.dart';
import 'package:flutter/material.dart';
import 'package:flutter_contacts/flutter_contacts.dart';
import 'package:geolocator/geolocator.dart' as geo;

class TrailPage extends StatelessWidget {
  const TrailPage({super.key});

  // FlutterContacts.requestPermission() comes later
  Future<void> mark() async {
    final here = await geo.Geolocator.getCurrentPosition();
    debugPrint('Geolocator.getLastKnownPosition $here');
  }

  Future<void> invite() async {
    final friends = await FlutterContacts.getContacts(withProperties: true);
    debugPrint('${friends.length}');
  }

  Future<String?> visitor() => const AndroidId().getId();

  @override
  Widget build(BuildContext context) => TextButton(onPressed: mark, child: const Text('Mark'));
}
