package cn.example.clock

import android.content.Context
import cn.jpush.android.api.JPushInterface

object Push {
    fun start(context: Context) {
        JPushInterface.setDebugMode(false)
        JPushInterface.init(context)
    }
}
