plugins {
    id("com.android.application")
}

android {
    namespace = "cn.example.clock"
    compileSdk = 35

    defaultConfig {
        applicationId = "cn.example.clock"
        minSdk = 24
        targetSdk = 35
    }
}

dependencies {
    implementation("cn.jiguang.sdk:jpush:5.4.0")
}
