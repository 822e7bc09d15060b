rootProject.name = "civic-service"
include(":app")
