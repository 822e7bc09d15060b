rootProject.name = "hospital"
include(":app")
