package cn.example.shiguang

import android.content.Context

object Sync {
    fun resume(context: Context) {
        if (context.getSharedPreferences("sync", Context.MODE_PRIVATE).getBoolean("on", false)) SyncQueue.start()
    }
}

object SyncQueue {
    fun start() = Unit
}
