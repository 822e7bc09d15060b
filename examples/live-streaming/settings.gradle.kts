rootProject.name = "live-streaming"
include(":app")
