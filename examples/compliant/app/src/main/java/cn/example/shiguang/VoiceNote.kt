package cn.example.shiguang

import android.media.MediaRecorder

class VoiceNote(private val recorder: MediaRecorder) {
    fun record() {
        recorder.setAudioSource(MediaRecorder.AudioSource.MIC)
        recorder.start()
    }
}
