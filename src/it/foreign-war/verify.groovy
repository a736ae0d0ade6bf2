import java.util.zip.ZipFile

// A consumer of the library gets the library alone, nothing that the showcase uses.
def libraries = new ZipFile(new File(basedir, 'target/foreign.war')).withCloseable { war ->
    war.entries().collect { it.name }.findAll { it.startsWith('WEB-INF/lib/') && !it.endsWith('/') }
}
assert libraries.size() == 1
assert libraries[0] ==~ 'WEB-INF/lib/hubcast-.*-library\\.jar'

// The testing kit was found, and the application's own tests ran by it.
def report = new File(basedir, 'target/surefire-reports/TEST-org.example.foreign.GreeterTest.xml').text
assert report.contains('name="a_stranger_is_greeted"')
