package cn.example.shiguang

import android.app.Activity
import android.app.AlertDialog
import android.os.Bundle

class JournalActivity : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        if (!Consent.isGiven(this)) askForConsent()
    }

    private fun askForConsent() {
        AlertDialog.Builder(this)
            .setTitle(R.string.privacy_policy)
            .setPositiveButton("同意") { _, _ -> Consent.give(this) }
            .setNegativeButton("不同意，只在本机使用", null)
            .show()
    }
}
