rootProject.name = "push-before-consent"
include(":app")
