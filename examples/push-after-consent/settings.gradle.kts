rootProject.name = "push-after-consent"
include(":app")
