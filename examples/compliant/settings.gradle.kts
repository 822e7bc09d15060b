rootProject.name = "compliant"
include(":app")
