package cn.example.shiguang

import android.content.Context

/** Whether the user has agreed to the privacy policy, kept on the device. */
object Consent {
    private fun stored(context: Context) = context.getSharedPreferences("consent", Context.MODE_PRIVATE)

    fun isGiven(context: Context): Boolean = stored(context).getBoolean("policy_agreed", false)

    fun give(context: Context) = stored(context).edit().putBoolean("policy_agreed", true).apply()
}
