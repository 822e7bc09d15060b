package cn.example.clock

import android.app.Activity
import android.os.Bundle

class WelcomeActivity : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        setContentView(R.layout.activity_welcome)
    }
}
