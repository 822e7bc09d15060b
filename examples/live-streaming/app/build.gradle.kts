plugins {
    id("com.android.application")
}

android {
    namespace = "cn.example.xinghuo"
    compileSdk = 35

    defaultConfig {
        applicationId = "cn.example.xinghuo"
        minSdk = 24
        targetSdk = 35
        versionCode = 1
        versionName = "1.0"
    }
}

dependencies {
    implementation("androidx.appcompat:appcompat:1.7.0")
}
