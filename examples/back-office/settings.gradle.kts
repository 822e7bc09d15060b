rootProject.name = "back-office"
include(":app")
