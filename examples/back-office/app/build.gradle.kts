plugins {
    id("com.android.application")
}

android {
    namespace = "cn.example.steelops"
    compileSdk = 35

    defaultConfig {
        applicationId = "cn.example.steelops"
        minSdk = 24
        targetSdk = 35
        versionCode = 7
        versionName = "2.3"
    }

    buildTypes {
        release {
            isDebuggable = true
            isMinifyEnabled = false
        }
    }
}

dependencies {
    implementation("androidx.appcompat:appcompat:1.7.0")
}
