package cn.example.clock

import android.content.Context

/** The user's answer to the privacy policy, kept on the device. */
object Consent {
    private fun stored(context: Context) = context.getSharedPreferences("consent", Context.MODE_PRIVATE)

    fun isGiven(context: Context): Boolean = stored(context).getBoolean("agreed", false)

    fun give(context: Context) = stored(context).edit().putBoolean("agreed", true).apply()
}
