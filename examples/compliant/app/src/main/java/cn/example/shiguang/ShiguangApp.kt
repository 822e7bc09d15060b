package cn.example.shiguang

import android.app.Application

class ShiguangApp : Application() {
    override fun onCreate() {
        super.onCreate()
        // Nothing is collected, and nothing is sent, until the user has agreed and turned sync on.
        if (Consent.isGiven(this)) Sync.resume(this)
    }
}
