package cn.example.clock

import android.app.Application

class ClockApp : Application() {
    override fun onCreate() {
        super.onCreate()
        Push.start(this)
    }
}
