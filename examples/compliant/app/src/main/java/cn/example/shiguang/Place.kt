package cn.example.shiguang

import android.Manifest
import android.app.Activity
import android.app.AlertDialog
import android.location.Location
import android.location.LocationManager
import androidx.core.app.ActivityCompat

/** Marks where an entry is written, once and only when the user asks for it. */
class Place(private val activity: Activity, private val locations: LocationManager) {
    fun add() {
        AlertDialog.Builder(activity)
            .setMessage("用于在这篇手账中标记写作地点，只采集一次")
            .setPositiveButton("好") { _, _ ->
                ActivityCompat.requestPermissions(activity, arrayOf(Manifest.permission.ACCESS_FINE_LOCATION), 1)
            }
            .show()
    }

    fun here(): Location? = locations.getLastKnownLocation(LocationManager.GPS_PROVIDER)
}
