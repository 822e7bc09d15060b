package cn.example.shiguang

import android.hardware.camera2.CameraDevice
import android.hardware.camera2.CameraManager

class Picture(private val cameras: CameraManager, private val callback: CameraDevice.StateCallback) {
    fun take() = cameras.openCamera("0", callback, null)
}
