rootProject.name = "sales-office"
include(":app")
