package cn.example.clock

import android.app.Activity
import android.os.Bundle
import android.widget.CheckBox

class WelcomeActivity : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        setContentView(R.layout.activity_welcome)
        findViewById<CheckBox>(R.id.agree).setOnCheckedChangeListener { _, isChecked ->
            if (isChecked) {
                Consent.give(this)
                Push.start(applicationContext)
            }
        }
    }
}
